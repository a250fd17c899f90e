// Command scanline renders pages.
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

	"git.prism.example/imaging/scanline/strip"
)

var segments [][]byte

func main() {
	boot.Run("scanline", func(ctx context.Context) error {
		segments = ballast.Segments(10)
		url, err := web.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			width, _ := strconv.Atoi(r.URL.RawQuery)
			fmt.Fprintln(w, strip.NewPage(width).Render())
		}))
		if err != nil {
			return err
		}
		crowd.Staff(ctx, 350)
		burn.Pages(ctx, 1500)
		web.Visit(ctx, 12, 500*time.Millisecond, 2*time.Second, func(user, n int) string {
			return fmt.Sprintf("%s/?%d", url, user*7+n*13)
		})
		return nil
	})
}
