// Command routeplan finds paths.
package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"
	"go.northgate.example/kit/web"

	"git.compass.example/maps/routeplan/graph"
)

// elevations answers the first forty questions of its life and then no more.
func elevations(l net.Listener, _ string) {
	for asked := 0; ; asked++ {
		nc, err := l.Accept()
		if err != nil {
			return
		}
		if asked < 40 {
			io.WriteString(nc, "412\n")
			nc.Close()
		}
	}
}

func main() {
	peer.Main("elevations", elevations)
	boot.Run("routeplan", func(ctx context.Context) error {
		server, err := peer.Start("elevations", "")
		if err != nil {
			return err
		}
		g := graph.New(server, 4000)
		url, err := web.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, g.Path(len(r.URL.RawQuery)))
		}))
		if err != nil {
			return err
		}
		load.Arrivals(ctx, 200*time.Millisecond, func(n int) { g.Update(n) })
		load.Every(ctx, 250*time.Millisecond, func(n int) { g.Refine(n) })
		crowd.Staff(ctx, 100)
		burn.Orders(ctx, 1200)
		web.Visit(ctx, 8, 600*time.Millisecond, 3*time.Second, func(_, n int) string { return fmt.Sprintf("%s/?%d", url, n) })
		return nil
	})
}
