// Command farecast finds the fare that answers first.
package main

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/web"

	"git.skyline.example/travel/farecast/fares"
)

func main() {
	boot.Run("farecast", func(ctx context.Context) error {
		board := fares.NewBoard("north", "coastal", "charter")
		mux := http.NewServeMux()
		mux.HandleFunc("GET /fare/{route}", func(w http.ResponseWriter, r *http.Request) {
			route, _ := strconv.Atoi(r.PathValue("route"))
			fare, err := board.Cheapest(r.Context(), route)
			if err != nil {
				http.Error(w, err.Error(), http.StatusGatewayTimeout)
				return
			}
			fmt.Fprintln(w, fare.Carrier, fare.Cents)
		})
		url, err := web.Serve(ctx, mux)
		if err != nil {
			return err
		}
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 2500)
		web.Visit(ctx, 8, 1500*time.Millisecond, 5*time.Second, func(user, n int) string {
			return fmt.Sprintf("%s/fare/%d", url, user*31+n)
		})
		return nil
	})
}
