// Command ledgerx posts and reviews.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/load"
	"go.northgate.example/kit/web"

	"git.copper.example/bank/ledgerx/audit"
	"git.copper.example/bank/ledgerx/books"
)

func main() {
	boot.Run("ledgerx", func(ctx context.Context) error {
		trail := audit.NewTrail()
		book := books.NewBook(trail)
		url, err := web.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			book.Post(len(r.URL.RawQuery))
			fmt.Fprintln(w, "posted")
		}))
		if err != nil {
			return err
		}
		load.Arrivals(ctx, 800*time.Millisecond, func(int) { trail.Review(book) })
		crowd.Staff(ctx, 110)
		burn.Orders(ctx, 1500)
		web.Visit(ctx, 6, 500*time.Millisecond, 3*time.Second, func(_, n int) string { return fmt.Sprintf("%s/?n=%d", url, n) })
		return nil
	})
}
