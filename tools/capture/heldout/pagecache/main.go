// Command pagecache serves pages.
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

	"git.glacier.example/pages/pagecache/serve"
)

func main() {
	boot.Run("pagecache", func(ctx context.Context) error {
		site := serve.NewSite(200)
		url, err := web.Serve(ctx, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			n, _ := strconv.Atoi(r.URL.Path[1:])
			w.Write(site.Page(n))
		}))
		if err != nil {
			return err
		}
		crowd.Staff(ctx, 60)
		burn.Orders(ctx, 2000)
		web.Visit(ctx, 10, 100*time.Millisecond, 5*time.Second, func(user, n int) string {
			return fmt.Sprintf("%s/%d", url, user*100000+n)
		})
		return nil
	})
}
