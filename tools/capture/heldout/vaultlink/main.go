// Command vaultlink reads secrets.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"

	"git.keystone.example/secrets/vaultlink/remote"
)

var customers map[int]*ballast.Customer

var keeper = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "secret of", r.URL.Path) })

func main() {
	peer.HTTPS("keeper", keeper)
	boot.Run("vaultlink", func(ctx context.Context) error {
		customers = ballast.Customers(12)
		address, err := peer.Start("keeper", "")
		if err != nil {
			return err
		}
		session := remote.NewSession("https://"+address, peer.TLSConfig())
		load.Every(ctx, 1500*time.Millisecond, func(n int) { session.Renew(n) })
		load.Crew(ctx, 5, 300*time.Millisecond, func(member, n int) { session.Read(fmt.Sprint(member, "/", n)) })
		crowd.Staff(ctx, 280)
		burn.Orders(ctx, 1800)
		return nil
	})
}
