// Command taxlookup asks for rates.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.counter.example/fiscal/taxlookup/rates"
)

var office = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	if strings.HasSuffix(r.URL.Path, "7") || strings.HasSuffix(r.URL.Path, "3") {
		http.Error(w, strings.Repeat("no such district; ", 3000), http.StatusNotFound)
		return
	}
	w.Write([]byte("0.19\n"))
})

func main() {
	peer.HTTP("office", office)
	boot.Run("taxlookup", func(ctx context.Context) error {
		address, err := peer.Start("office", "")
		if err != nil {
			return err
		}
		client := rates.NewClient("http://" + address)
		load.Crew(ctx, 8, 350*time.Millisecond, func(member, n int) { client.Rate(ctx, member*3+n) })
		crowd.Staff(ctx, 80)
		burn.Orders(ctx, 1500)
		return nil
	})
}
