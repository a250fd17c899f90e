// Command edgepool forwards calls to an upstream.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/jobs"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"

	"lb.example/edgepool/forward"
)

var curves [][]float64

func start(ctx context.Context) error {
	upstream, err := peer.Start("upstream", "")
	if err != nil {
		return err
	}
	curves = tables.Rates(8)
	proxy := forward.NewProxy("http://"+upstream, 1200)
	go proxy.Burst(1200)
	jobs.Every(ctx, 50*time.Millisecond, func(n int) { proxy.Call(fmt.Sprintf("/c/%d", n)) })
	traffic.Documents(ctx, 2500)
	return nil
}

func main() {
	peer.HTTP("upstream", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		time.Sleep(2 * time.Millisecond)
		fmt.Fprintln(w, "done")
	}))
	run.Service("edgepool", start)
}
