// Command vectors answers and measures.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/web"

	"git.lantern.example/metrics/vectors/api"
	"git.lantern.example/metrics/vectors/vec"
)

var customers map[int]*ballast.Customer

func main() {
	boot.Run("vectors", func(ctx context.Context) error {
		customers = ballast.Customers(15)
		latency := vec.New("path", "method", "status")
		url, err := web.Serve(ctx, api.NewMiddleware(latency, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprintln(w, "shipped")
		})))
		if err != nil {
			return err
		}
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 1800)
		web.Visit(ctx, 12, 80*time.Millisecond, 5*time.Second, func(user, n int) string {
			return fmt.Sprintf("%s/orders/%d-%d/status", url, user, n)
		})
		return nil
	})
}
