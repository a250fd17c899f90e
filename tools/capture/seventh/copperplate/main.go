// Command copperplate takes points over HTTP and keeps an index of their series.
package main

import (
	"context"
	"net/http"
	"time"

	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.engraver.example/index/copperplate/intake"
	"go.engraver.example/index/copperplate/reporters"
	"go.engraver.example/index/copperplate/series"
)

var register *holdings.Node

func main() {
	service.Main("copperplate", func(ctx context.Context) error {
		register = holdings.Register(10)
		residents.Settle(ctx, 50)
		base, err := httpd.Open(intake.New(series.NewIndex()))
		if err != nil {
			return err
		}
		client := &http.Client{Timeout: 20 * time.Second}
		for i := 0; i < 6; i++ {
			go reporters.Report(ctx, client, base, i)
		}
		return nil
	})
}
