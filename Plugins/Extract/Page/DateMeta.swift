/// The names of meta elements that give a page's day of issue, a day of some kind, or that of its last
/// revision: Open Graph, Dublin Core, schema.org, and those of widespread publishing systems.
enum DateMeta {
  static let published = [
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "publish-date",
    "publishdate", "publish_date", "pubdate", "published", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_online_date", "article.published", "datecreated",
    "og:published_time", "published_time", "release_date", "bt:pubdate",
    "cxenseparse:recs:publishtime", "article.created", "published-date", "w-published-date",
    "publication_date", "og:pubdate", "article:create_date", "dc.date.published",
    "rnews:datepublished",
  ]
  static let dates = [
    "date", "dc.date", "dcterms.date", "citation_date", "originalpublicationdate", "created",
    "creation_date", "article_date_original", "prism.publicationdate", "eprints.date",
  ]
  static let modified = [
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "last-modified-date", "lastmod", "updated", "revised",
    "modified", "last_updated", "article:modified",
  ]
}
