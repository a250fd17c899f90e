// Command objectgate tells what is known of objects.
package main

import (
	"context"
	"fmt"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/service"

	"git.warehouse.example/gateway/objectgate/meta"
	"git.warehouse.example/gateway/objectgate/objects"
)

var register *holdings.Node

func main() {
	service.Main("objectgate", func(ctx context.Context) error {
		register = holdings.Register(9)
		base, err := httpd.Open(objects.NewGateway(meta.NewScope(ctx)))
		if err != nil {
			return err
		}
		grist.Sheets(ctx, 700)
		grist.Notices(ctx, 500)
		httpd.Callers(ctx, base, 22, 260*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/bucket-%d/object-%d", caller%5, turn)
		})
		return nil
	})
}
