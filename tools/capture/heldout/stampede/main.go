// Command stampede refills what expired.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/web"

	"git.harbor.example/cdn/stampede/refill"
)

func main() {
	boot.Run("stampede", func(ctx context.Context) error {
		shelf := refill.NewShelf(3*time.Second, 1500*time.Millisecond)
		url, err := web.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, shelf.Get(r.URL.Path))
		}))
		if err != nil {
			return err
		}
		crowd.Staff(ctx, 70)
		burn.Orders(ctx, 1500)
		web.Visit(ctx, 160, 700*time.Millisecond, 10*time.Second, func(user, n int) string {
			return fmt.Sprintf("%s/%d", url, user%4)
		})
		return nil
	})
}
