// Command lookaside serves avatars.
package main

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"go.northgate.example/kit/ballast"
	"go.northgate.example/kit/boot"
	"go.northgate.example/kit/burn"
	"go.northgate.example/kit/crowd"
	"go.northgate.example/kit/web"

	"git.harbor.example/edge/lookaside/avatar"
)

var segments [][]byte

func main() {
	boot.Run("lookaside", func(ctx context.Context) error {
		segments = ballast.Segments(12)
		store := avatar.NewStore()
		url, err := web.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			id, _ := strconv.Atoi(r.URL.Query().Get("id"))
			fmt.Fprintln(w, len(store.Fetch(id)))
		}))
		if err != nil {
			return err
		}
		crowd.Staff(ctx, 120)
		burn.Orders(ctx, 1800)
		web.Visit(ctx, 30, 900*time.Millisecond, 2*time.Second, func(user, n int) string {
			return fmt.Sprintf("%s/?id=%d", url, (user*17+n*29)%300)
		})
		return nil
	})
}
