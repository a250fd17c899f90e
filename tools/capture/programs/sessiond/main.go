// Command sessiond renews leases.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/bus"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"auth.example/sessiond/renew"
)

var words map[string]uint32

func start(ctx context.Context) error {
	words = tables.Dictionary(16)
	mux := http.NewServeMux()
	mux.HandleFunc("/renew", func(w http.ResponseWriter, r *http.Request) {
		lease := renew.Lease{Holder: r.URL.RawQuery}
		for i := 0; i < 5; i++ {
			lease.Watch(r.Context())
		}
		fmt.Fprintln(w, lease.Renewed)
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 8, 60*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/renew?%d", url, user) })
	bus.NewTopic(ctx, "leases", 60, 250*time.Millisecond)
	traffic.Buffers(ctx, 2500)
	return nil
}

func main() { run.Service("sessiond", start) }
