// Command tandem asks two suppliers when the first is slow.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/service"

	"git.cyclists.example/quotes/tandem/hedge"
	"git.cyclists.example/quotes/tandem/supplier"
)

var register *holdings.Node

func main() {
	service.Main("tandem", func(ctx context.Context) error {
		register = holdings.Register(7)
		grist.Notices(ctx, 200)
		var suppliers []string
		for i := 0; i < 3; i++ {
			base, err := httpd.Open(supplier.New(i))
			if err != nil {
				return err
			}
			suppliers = append(suppliers, base)
		}
		asker := hedge.New(&http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64, IdleConnTimeout: 10 * time.Second}}, suppliers, 60*time.Millisecond)
		base, err := httpd.Open(asker)
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 30, 400*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/%d", caller*1000+turn)
		})
		return nil
	})
}
