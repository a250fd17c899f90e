// Command siskin executes tasks for services.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"go.siskin.example/engine/siskin/api"
	"go.siskin.example/engine/siskin/engine"
)

var register *holdings.Node

func main() {
	service.Main("siskin", func(ctx context.Context) error {
		register = holdings.Register(7)
		residents.Settle(ctx, 110)
		grist.Letters(ctx, 160)
		e := engine.New(ctx, 12)
		base, err := httpd.Open(api.New(e))
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 40, 350*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/execute/%d", caller*1000+turn)
		})
		cadence.Loop(ctx, 500*time.Millisecond, func(n int) { e.Replace(n) })
		return nil
	})
}
