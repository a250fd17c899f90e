"""Whose a package is, by its import path: Go's own, the runtime's, a widely used library's."""

from __future__ import annotations

from typing import Final

from .name_memory import remembered

STANDARD_PACKAGES: Final = frozenset(
    """
    archive/tar archive/zip bufio bytes cmp compress/bzip2 compress/flate compress/gzip compress/lzw compress/zlib
    container/heap container/list container/ring context crypto crypto/aes crypto/cipher crypto/des crypto/dsa
    crypto/ecdh crypto/ecdsa crypto/ed25519 crypto/elliptic crypto/fips140 crypto/hkdf crypto/hmac crypto/hpke
    crypto/md5 crypto/mldsa crypto/mlkem crypto/mlkem/mlkemtest crypto/pbkdf2 crypto/rand crypto/rc4 crypto/rsa
    crypto/sha1 crypto/sha256 crypto/sha3 crypto/sha512 crypto/subtle crypto/tls crypto/x509 crypto/x509/pkix
    database/sql database/sql/driver debug/buildinfo debug/dwarf debug/elf debug/gosym debug/macho debug/pe
    debug/plan9obj embed encoding encoding/ascii85 encoding/asn1 encoding/base32 encoding/base64 encoding/binary
    encoding/csv encoding/gob encoding/hex encoding/json encoding/json/jsontext encoding/json/v2 encoding/pem
    encoding/xml errors expvar flag fmt go/ast go/build go/build/constraint go/constant go/doc go/doc/comment
    go/format go/importer go/parser go/printer go/scanner go/token go/types go/version hash hash/adler32
    hash/crc32 hash/crc64 hash/fnv hash/maphash html html/template image image/color image/color/palette
    image/draw image/gif image/jpeg image/png index/suffixarray io io/fs io/ioutil iter log log/slog log/syslog
    maps math math/big math/bits math/cmplx math/rand math/rand/v2 mime mime/multipart mime/quotedprintable net
    net/http net/http/cgi net/http/cookiejar net/http/fcgi net/http/httptest net/http/httptrace net/http/httputil
    net/http/pprof net/mail net/netip net/rpc net/rpc/jsonrpc net/smtp net/textproto net/url os os/exec os/signal
    os/user path path/filepath plugin reflect regexp regexp/syntax runtime runtime/cgo runtime/coverage
    runtime/debug runtime/metrics runtime/pprof runtime/race runtime/trace slices sort strconv strings structs
    sync sync/atomic syscall testing testing/cryptotest testing/fstest testing/iotest testing/quick
    testing/slogtest testing/synctest text/scanner text/tabwriter text/template text/template/parse time
    time/tzdata unicode unicode/utf16 unicode/utf8 unique unsafe uuid weak
    """.split()
)
"""`go list std` of Go 1.27.3 without internal and vendored packages."""

_SHARED_LIBRARIES: Final = (
    "golang.org/x/",
    "google.golang.org/",
    "cloud.google.com/go",
    "go.uber.org/",
    "go.opentelemetry.io/",
    "go.opencensus.io/",
    "go.mongodb.org/",
    "go.etcd.io/etcd/client",
    "k8s.io/client-go/",
    "k8s.io/apimachinery/",
    "k8s.io/apiserver/",
    "k8s.io/klog",
    "sigs.k8s.io/controller-runtime/",
    "gopkg.in/",
    "gorm.io/",
    "github.com/aws/aws-sdk-go",
    "github.com/Azure/azure-sdk-for-go/",
    "github.com/beorn7/perks/",
    "github.com/bradfitz/gomemcache/",
    "github.com/confluentinc/confluent-kafka-go/",
    "github.com/dgraph-io/ristretto",
    "github.com/eclipse/paho.mqtt.golang",
    "github.com/elastic/go-elasticsearch/",
    "github.com/fsnotify/fsnotify",
    "github.com/gin-gonic/gin",
    "github.com/go-chi/chi",
    "github.com/go-kit/",
    "github.com/go-openapi/",
    "github.com/go-redis/redis",
    "github.com/go-sql-driver/mysql",
    "github.com/gofiber/fiber",
    "github.com/gogo/protobuf/",
    "github.com/golang/groupcache/",
    "github.com/golang/protobuf/",
    "github.com/gomodule/redigo/",
    "github.com/google/uuid",
    "github.com/gorilla/",
    "github.com/grpc-ecosystem/",
    "github.com/hashicorp/golang-lru",
    "github.com/hashicorp/yamux",
    "github.com/IBM/sarama",
    "github.com/jackc/",
    "github.com/jinzhu/copier",
    "github.com/jinzhu/gorm",
    "github.com/jmoiron/sqlx",
    "github.com/json-iterator/go",
    "github.com/julienschmidt/httprouter",
    "github.com/klauspost/compress",
    "github.com/labstack/echo",
    "github.com/lib/pq",
    "github.com/libp2p/go-yamux",
    "github.com/mailru/easyjson",
    "github.com/mattn/go-sqlite3",
    "github.com/minio/minio-go",
    "github.com/modern-go/",
    "github.com/nats-io/nats.go",
    "github.com/nats-io/go-nats",
    "github.com/olivere/elastic",
    "github.com/opentracing/",
    "github.com/patrickmn/go-cache",
    "github.com/pkg/errors",
    "github.com/prometheus/client_golang/",
    "github.com/prometheus/common/",
    "github.com/prometheus/exporter-toolkit/",
    "github.com/quic-go/quic-go",
    "github.com/lucas-clemente/quic-go",
    "github.com/rabbitmq/amqp091-go",
    "github.com/rcrowley/go-metrics",
    "github.com/redis/go-redis",
    "github.com/rs/zerolog",
    "github.com/segmentio/kafka-go",
    "github.com/Shopify/sarama",
    "github.com/sirupsen/logrus",
    "github.com/soheilhy/cmux",
    "github.com/spf13/",
    "github.com/streadway/amqp",
    "github.com/stretchr/testify",
    "github.com/syndtr/goleveldb",
    "github.com/twmb/franz-go",
    "github.com/urfave/cli",
    "github.com/valyala/",
    "github.com/xtaci/smux",
    "go.etcd.io/bbolt",
)
"""Import-path prefixes of widely used libraries; a frame there is application code only when nothing else is."""

_CUT_AT_A_DOT = frozenset({"github.com/eclipse/paho", "github.com/nats-io/nats"})
"""What `package_of` leaves of those of them whose last element has a dot."""


@remembered(8192)
def is_stdlib(package: str) -> bool:
    """Whether the package is part of Go's distribution, the runtime and its vendored packages included."""
    return (
        package in STANDARD_PACKAGES
        or package.startswith(
            ("internal/", "runtime/", "crypto/internal/", "net/http/internal", "net/internal/", "testing/")
        )
        or package in {"runtime", "internal"}
        or (package.startswith(("log/", "os/", "encoding/", "go/", "image/", "math/")) and "/internal" in package)
    )


@remembered(8192)
def is_runtime_package(package: str) -> bool:
    """Whether the package is the runtime's own."""
    return package in {"runtime", "runtime/internal", "internal/abi", "internal/bytealg"} or package.startswith(
        ("runtime/internal/", "internal/runtime/")
    )


def is_shared_library(package: str) -> bool:
    """Whether the package belongs to a widely used library."""
    return package.startswith(_SHARED_LIBRARIES) or package in _CUT_AT_A_DOT
