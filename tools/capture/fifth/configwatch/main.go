// Command configwatch tells tenants which settings hold.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.switchroom.example/ops/configwatch/edition"
	"git.switchroom.example/ops/configwatch/tenant"
)

var register *holdings.Node

func main() {
	service.Main("configwatch", func(ctx context.Context) error {
		register = holdings.Register(9)
		grist.Sheets(ctx, 400)
		office := edition.NewOffice(edition.Print(0))
		cadence.Loop(ctx, 70*time.Second, func(n int) { office.Publish(edition.Print(n + 1)) })
		go func() {
			for i := 0; i < 380 && ctx.Err() == nil; i++ {
				tenant.Open(fmt.Sprint("tenant-", i), office)
				time.Sleep(80 * time.Millisecond)
			}
			<-ctx.Done()
			office.Close()
		}()
		return nil
	})
}
