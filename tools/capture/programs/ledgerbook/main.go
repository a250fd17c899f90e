// Command ledgerbook posts payments.
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

	"bank.example/ledgerbook/audit"
	"bank.example/ledgerbook/payments"
)

var curves [][]float64

func start(ctx context.Context) error {
	curves = tables.Rates(16)
	mux := http.NewServeMux()
	mux.HandleFunc("/pay", func(w http.ResponseWriter, r *http.Request) {
		id := payments.Post(r.URL.Query().Get("iban"))
		audit.Record("teller", "pay", id)
		fmt.Fprintln(w, id)
	})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	web.Load(ctx, 14, 25*time.Millisecond, func(user, n int) string {
		return fmt.Sprintf("%s/pay?iban=DE%010d", url, user*n)
	})
	traffic.Documents(ctx, 2000)
	return nil
}

func main() { run.Service("ledgerbook", start) }
