"""The Scrapy settings: every default that is unsafe, rude or slow for a monitor, and why it is not kept."""

BOT_NAME = "foiwatch"
SPIDER_MODULES = ["spiders"]
NEWSPIDER_MODULE = "spiders"

# Honest: who asks and where to complain. The contact of the configuration is appended by `foiwatch.project`.
USER_AGENT = "foiwatch (monitor of FOI disclosure logs)"
ROBOTSTXT_USER_AGENT = "foiwatch"

# Polite: Scrapy's own defaults are no robots.txt, no delay and eight requests at a time. `delay` and `concurrency` of a
# source set the last two (`Source.update_settings`).
ROBOTSTXT_OBEY = True
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_MAX_DELAY = 60
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 2
COOKIES_ENABLED = False  # a log is public: a cookie would only serve to follow us

# Safe: the remote control executes Python for whoever holds its token; telnet is a console; certificates are not
# checked by default; a response may be 1 GiB and take three minutes.
REMOTE_CONTROL_ENABLED = False
TELNETCONSOLE_ENABLED = False
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_MAXSIZE = 64 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 30
DOWNLOAD_FAIL_ON_DATALOSS = True  # a truncated body is a failure, never a shorter disclosure
REDIRECT_MAX_TIMES = 5
METAREFRESH_ENABLED = False  # a refresh is how bot walls send a visitor on

# Fast: Scrapy starts CONCURRENT_ITEMS tasks for each response, 100 by default, for the one item that a page gives.
CONCURRENT_ITEMS = 2
# Newest first: the default queues are last in, first out, which would turn every listing page upside down.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"

# HTTPCACHE stays off: its RFC 2616 policy holds pages with an old Last-Modified for fresh and never asks again, which
# makes a monitor blind. ConditionalGet asks every time, with the server's own validators.
HTTPCACHE_ENABLED = False
# Every status is the source's business: a 304 is good news, a 404 a withdrawal, a 403 perhaps a bot wall.
HTTPERROR_ALLOW_ALL = True
RETRY_TIMES = 2
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # the source names the failure in the record

DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "crawler.middlewares.private_addresses.PrivateAddresses": 50,
    "crawler.middlewares.robots.Robots": 100,
    "crawler.middlewares.conditional_get.ConditionalGet": 450,
    "crawler.middlewares.patience.Patience": 550,
    "crawler.middlewares.capture.Capture": 950,  # nearer to the network than what unpacks a response (590)
}
ITEM_PIPELINES = {"crawler.pipeline.Keep": 300}

LOG_LEVEL = "WARNING"
LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LOGSTATS_INTERVAL = 0

# Where the record is, the configured attributes of the sources and limits of reading a file, and the time to take for
# now (ISO 8601; or empty).
FOIWATCH_STORE = "data"
FOIWATCH_SOURCES: dict[str, dict[str, object]] = {}
FOIWATCH_READING: dict[str, object] = {}
FOIWATCH_CONTACT = ""
FOIWATCH_NOW = ""
