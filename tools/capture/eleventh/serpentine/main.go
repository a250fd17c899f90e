// Command serpentine asks for quotes.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"example.org/platform/peer"
	"go.bedrock.example/strata/dust"
	"go.bedrock.example/strata/staff"
	"go.bedrock.example/strata/stock"
	"go.causeway.example/quay/boot"

	"go.serpentine.example/quote/serpentine/quotes"
)

var places *stock.Branch

func main() {
	peer.HTTP("service", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		time.Sleep(3 * time.Second)
		fmt.Fprintln(w, 17.5)
	}))
	boot.Main("serpentine", func(ctx context.Context) error {
		places = stock.Places(10)
		staff.Hire(ctx, 60)
		dust.Parcels(ctx, 20)
		dust.Blocks(ctx, 3)
		address, err := peer.Start("service", "")
		if err != nil {
			return err
		}
		q := quotes.New("http://"+address, 120)
		begun := time.Now()
		boot.Every(ctx, 25*time.Millisecond, func(n int) {
			if share := min(1, time.Since(begun).Seconds()/44); float64(n%40) < 34*share {
				go q.Ask(n)
			}
		})
		return nil
	})
}
