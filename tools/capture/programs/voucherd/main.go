// Command voucherd issues vouchers.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"promo.example/voucherd/voucher"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(12)
	office := voucher.NewOffice()
	mux := http.NewServeMux()
	mux.HandleFunc("/issue", func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < 6; i++ {
			code := office.Issue(r.URL.RawQuery)
			office.Redeem(code)
			fmt.Fprintln(w, code)
		}
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 12, 50*time.Millisecond, func(user, n int) string { return fmt.Sprintf("%s/issue?c%d", url, user) })
	traffic.Documents(ctx, 2000)
	return nil
}

func main() { run.Service("voucherd", start) }
