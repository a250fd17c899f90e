// Command rateline relays quotes.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"time"

	"google.golang.org/grpc"

	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"
	"example.org/rpcapi"

	"rpc.example/rateline/relay"
)

var curves [][]float64

func start(ctx context.Context) error {
	server, err := peer.Start("quotes", "")
	if err != nil {
		return err
	}
	conn, err := grpc.DialContext(ctx, server, grpc.WithInsecure())
	if err != nil {
		return err
	}
	curves = tables.Rates(14)
	quotes := rpcapi.NewClient(conn)
	for i := 0; i < 30; i++ {
		go relay.Follow(ctx, quotes, fmt.Sprintf("S%d", i))
	}
	url, err := web.Listen(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		quote, err := quotes.Get(r.Context(), r.URL.RawQuery)
		if err != nil {
			log.Print(err)
			return
		}
		fmt.Fprintln(w, quote.Price)
	}))
	if err != nil {
		return err
	}
	web.Load(ctx, 10, 200*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/?S%d", url, n) })
	traffic.Documents(ctx, 2000)
	return nil
}

func main() {
	peer.Main("quotes", rpcapi.Serve)
	run.Service("rateline", start)
}
