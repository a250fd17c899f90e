// Command flannel has things assayed elsewhere.
package main

import (
	"context"
	"net/http"
	"strings"
	"sync/atomic"

	"example.org/platform/peer"

	"go.drapery.example/loom/hum"
	"go.drapery.example/loom/lint"
	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.hallmark.example/api/flannel/assay"
)

var bolts [][]byte

func main() {
	peer.HTTP("office", office())
	start.Service(func(ctx context.Context) error {
		bolts = stock.Bolts(24)
		hum.Start(ctx, 110)
		lint.Letters(ctx, 14)
		address, err := peer.Start("office", "")
		if err != nil {
			return err
		}
		assay.Pieces(ctx, assay.New("http://"+address), 9)
		return nil
	})
}

// office is the other house: now and then it is asked too much.
func office() http.Handler {
	var asked atomic.Int64
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if asked.Add(1)%19 == 0 {
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = w.Write([]byte(strings.Repeat("too many at the window, come again. ", 300)))
			return
		}
		_, _ = w.Write([]byte(`{"fine": 585}`))
	})
}
