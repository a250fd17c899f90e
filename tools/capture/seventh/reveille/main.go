// Command reveille gathers metrics and is told to read its configuration again quite often.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/peer"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.barracks.example/agent/reveille/agent"
)

var codes map[string][]uint16

func main() {
	peer.HTTP("exporter", http.HandlerFunc(export))
	service.Main("reveille", func(ctx context.Context) error {
		codes = holdings.Codes(5)
		residents.Settle(ctx, 50)
		grist.Letters(ctx, 150)
		var urls []string
		for i := 0; i < 3; i++ {
			address, err := peer.Start("exporter", "")
			if err != nil {
				return err
			}
			urls = append(urls, "http://"+address+"/metrics")
		}
		a := agent.New(urls, 500*time.Millisecond)
		a.Reload(ctx)
		cadence.Loop(ctx, 2500*time.Millisecond, func(int) { a.Reload(ctx) })
		return nil
	})
}

func export(w http.ResponseWriter, r *http.Request) {
	for i := 0; i < 60; i++ {
		fmt.Fprintf(w, "queue_length{queue=\"%d\"} %d\n", i, i*i)
	}
}
