// Command tillworks charges cards.
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

	"git.corner.example/retail/tillworks/till"
)

func main() {
	boot.Run("tillworks", func(ctx context.Context) error {
		desk := till.NewDesk()
		mux := http.NewServeMux()
		mux.HandleFunc("POST /charge", http.NotFound)
		mux.HandleFunc("GET /charge", func(w http.ResponseWriter, r *http.Request) {
			card, _ := strconv.Atoi(r.URL.Query().Get("card"))
			fmt.Fprintln(w, desk.Charge(card, 1299))
		})
		url, err := web.Serve(ctx, mux)
		if err != nil {
			return err
		}
		crowd.Staff(ctx, 320)
		burn.Orders(ctx, 1500)
		web.Visit(ctx, 25, time.Second, 5*time.Second, func(user, n int) string {
			return fmt.Sprintf("%s/charge?card=%d", url, user*1000+n)
		})
		return nil
	})
}
