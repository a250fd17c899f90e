// Command wishlists keeps the lists of those who are about to choose.
package main

import (
	"context"
	"fmt"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/service"

	"git.gifthouse.example/shop/wishlists/lists"
)

var images [][]byte

func main() {
	service.Main("wishlists", func(ctx context.Context) error {
		images = holdings.Images(10)
		grist.Notices(ctx, 500)
		house := lists.NewHouse(ctx)
		cadence.Spread(ctx, 45, func(n int) {
			// Most of those who write are new, some write again.
			who := n
			if n%3 == 0 {
				who = n - n%40
			}
			house.Tell(fmt.Sprint("visitor-", who), lists.Wish{Article: n % 5000, Note: fmt.Sprintf("in size %d, please", n%12)})
		})
		return nil
	})
}
