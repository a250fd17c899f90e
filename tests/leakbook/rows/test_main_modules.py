import pytest

from leakbook.evidence.frames import Frame
from leakbook.evidence.names import Origin, module_root, origin
from leakbook.rows.main_modules import main_modules

from .captured import dump, goroutine, written


def stack(*frames):
    lines = ["goroutine 7 [select]:"]
    for function, file in frames:
        lines += [f"{function}(0x1)", f"\t{file}:10 +0x1"]
    return "\n".join(lines) + "\n"


def modules(*stacks):
    return main_modules(written("\n".join(stacks)))


def test_packages_under_the_folder_of_main_are_the_programs_own_and_those_in_the_module_cache_are_not():
    found = modules(
        stack(
            ("example.net/odd/queue.(*Q).Pop", "/root/go/pkg/mod/example.net/odd@v1.2.0/queue/q.go"),
            ("github.com/acme/shop/orders.Run", "/build/orders/run.go"),
            ("main.main", "/build/cmd/shop/main.go"),
        )
    )
    assert found == ("main", "github.com/acme/shop")


def test_trimmed_paths_tell_the_same():
    found = modules(
        stack(
            ("example.net/odd/queue.(*Q).Pop", "example.net/odd@v1.2.0/queue/q.go"),
            ("shop/orders.Run", "shop/orders/run.go"),
            ("main.main", "shop/cmd/server/main.go"),
        )
    )
    assert found == ("main", "shop")


def test_a_module_deeper_than_its_host_tells_is_found_by_the_folders_it_has_in_common_with_main():
    found = modules(
        stack(
            ("github.com/prometheus/common/billing/internal/book.Add", "/app/internal/book/add.go"),
            ("github.com/spf13/cobra.(*Command).Execute", "/other/src/github.com/spf13/cobra/command.go"),
            ("main.main", "/app/cmd/billing/main.go"),
        )
    )
    assert found == ("main", "github.com/prometheus/common")


def test_a_program_of_package_main_alone_keeps_its_libraries_apart_though_its_files_name_no_folder():
    library = ("example.org/odd/queue.(*Q).Pop", "/root/go/pkg/mod/example.org/odd@v1.2.0/queue/q.go")
    assert modules(stack(library, ("main.main", "kq3x.go"))) == ("main",)
    assert modules(stack(library)) == ("main", "example.org/odd")


def test_what_bazel_fetched_is_a_librarys():
    found = modules(
        stack(
            ("example.com/odd/queue.(*Q).Pop", "external/com_example_odd/queue/q.go"),
            ("rsc.io/odd/pool.Get", "external/gazelle++go_deps+io_rsc_odd/pool/get.go"),
            ("shop/orders.Run", "services/shop/orders/run.go"),
            ("main.main", "services/shop/main.go"),
        )
    )
    assert found == ("main", "shop")


def test_a_shared_library_under_test_is_the_program():
    found = modules(
        stack(
            ("google.golang.org/grpc.(*Server).Serve", "/go/src/google.golang.org/grpc/server.go"),
            ("google.golang.org/grpc.TestServe", "/go/src/google.golang.org/grpc/server_test.go"),
            ("testing.tRunner", "/usr/local/go/src/testing/testing.go"),
        )
    )
    assert "google.golang.org/grpc" in found
    assert origin(Frame(function="google.golang.org/grpc.(*Server).Serve"), found) is Origin.APPLICATION


def test_a_test_of_the_standard_library_makes_its_package_the_program():
    found = modules(stack(("database/sql.(*Tx).grabConn", "/go/src/database/sql/sql.go"),
                          ("database/sql.TestTwoQueries", "/go/src/database/sql/sql_test.go")))  # fmt: skip
    assert found == ("main", "database/sql")


def test_evidence_about_a_library_alone_makes_it_the_program():
    found = modules(stack(("github.com/hashicorp/go-plugin.(*Broker).Run", "/home/u/go/pkg/mod/github.com/hashicorp/go-plugin@v1.4.4/broker.go")))  # fmt: skip  # noqa: E501 - a path as printed
    assert found == ("main", "github.com/hashicorp/go-plugin")


def test_vendored_code_is_a_library_and_its_vendor_the_program():
    found = modules(
        stack(
            (
                "k8s.io/client-go/tools/cache.(*Reflector).Run",
                "/src/k8s.io/kubernetes/vendor/k8s.io/client-go/tools/r.go",
            ),
            ("k8s.io/kubernetes/pkg/kubelet.Run", "/src/k8s.io/kubernetes/pkg/kubelet/run.go"),
        )
    )
    assert found == ("main", "k8s.io/kubernetes")


def test_a_program_of_package_main_alone_has_no_other_module():
    assert main_modules(written(dump([goroutine(9, "select", "main.loop(0x1):3")]))) == ("main",)


@pytest.mark.parametrize(
    ("package", "root"),
    [
        ("shop/orders", "shop"),
        ("github.com/acme/shop/v2/orders", "github.com/acme/shop"),
        ("k8s.io/client-go/tools/cache", "k8s.io/client-go"),
        ("golang.org/x/net/http2", "golang.org/x/net"),
        ("gopkg.in/yaml.v3", "gopkg.in/yaml.v3"),
        ("gopkg.in/DataDog/dd-trace-go.v1/profiler", "gopkg.in/DataDog/dd-trace-go.v1"),
        ("shop_test", "shop"),
    ],
)
def test_a_module_root_is_as_long_as_its_host_makes_modules(package, root):
    assert module_root(package) == root


def test_libraries_alone_in_a_printed_table_are_no_program():
    table = """Type: inuse_space
Showing nodes accounting for 9MB, 90% of 10MB total
      flat  flat%   sum%        cum   cum%
       9MB 90.00% 90.00%        9MB 90.00%  go.uber.org/zap/zapcore.newCounters
"""
    assert main_modules(written(table)) == ("main",)
