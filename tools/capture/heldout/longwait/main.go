// Command longwait lets clients wait for letters.
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

	"git.courier.example/inbox/longwait/inbox"
)

func main() {
	boot.Run("longwait", func(ctx context.Context) error {
		boxes := inbox.NewBoxes()
		url, err := web.Serve(ctx, http.HandlerFunc(boxes.Poll))
		if err != nil {
			return err
		}
		load.Every(ctx, 200*time.Millisecond, func(n int) { boxes.Deliver(n*n%220, n) })
		crowd.Staff(ctx, 50)
		burn.Orders(ctx, 1500)
		web.Visit(ctx, 220, 200*time.Millisecond, time.Minute, func(user, _ int) string { return fmt.Sprintf("%s/?box=%d", url, user) })
		return nil
	})
}
