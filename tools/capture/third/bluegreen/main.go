// Command bluegreen answers with a model that is exchanged without a pause.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.twostage.example/serve/bluegreen/model"
)

func main() {
	service.Main("bluegreen", func(ctx context.Context) error {
		stage := model.NewStage(ctx)
		base, err := httpd.Open(http.HandlerFunc(stage.Answer))
		if err != nil {
			return err
		}
		residents.Settle(ctx, 90)
		grist.Letters(ctx, 4200)
		httpd.Callers(ctx, base, 14, 250*time.Millisecond, func(caller, turn int) string {
			return fmt.Sprintf("/?x=%d", caller+turn)
		})
		time.AfterFunc(27*time.Second, func() { stage.Exchange(ctx, 30*time.Second) })
		return nil
	})
}
