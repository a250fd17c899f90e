// Command gzipship sends readings to a store, packed.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"sync/atomic"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.weatherglass.example/agent/gzipship/readings"
	"go.weatherglass.example/agent/gzipship/ship"
)

var turns uint32

// store is the other end: it has no room for every fifth batch and says so at once.
func store(w http.ResponseWriter, r *http.Request) {
	if atomic.AddUint32(&turns, 1)%5 == 0 {
		w.Header().Set("Connection", "close") // what is still coming is not wanted
		http.Error(w, "queue is full", http.StatusServiceUnavailable)
		return
	}
	if _, err := io.Copy(io.Discard, r.Body); err != nil {
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	peer.HTTP("store", http.HandlerFunc(store))
	service.Main("gzipship", func(ctx context.Context) error {
		address, err := peer.Start("store", "")
		if err != nil {
			return err
		}
		residents.Settle(ctx, 90)
		grist.Sheets(ctx, 900)
		client := ship.NewClient(fmt.Sprintf("http://%s/write", address))
		cadence.Loop(ctx, 600*time.Millisecond, func(n int) {
			if err := client.Send(ctx, readings.Batch(n)); err != nil && n%40 == 0 {
				log.Print(err)
			}
		})
		return nil
	})
}
