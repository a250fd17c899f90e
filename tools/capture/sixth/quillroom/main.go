// Command quillroom describes articles.
package main

import (
	"context"
	"net/http"
	"time"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/httpd"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.stationer.example/shop/quillroom/articles"
)

var register *holdings.Node

func main() {
	service.Main("quillroom", func(ctx context.Context) error {
		register = holdings.Register(7)
		residents.Settle(ctx, 100)
		grist.Letters(ctx, 600)
		feed := articles.NewFeed()
		base, err := httpd.Open(http.HandlerFunc(feed.Show))
		if err != nil {
			return err
		}
		httpd.Callers(ctx, base, 16, 300*time.Millisecond, articles.Path)
		cadence.Loop(ctx, 25*time.Millisecond, feed.Import)
		return nil
	})
}
