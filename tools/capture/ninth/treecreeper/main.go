// Command treecreeper shows pages.
package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"go.northlight.example/works/larder"
	"go.slateworks.example/frame/crowd"
	"go.slateworks.example/frame/lifecycle"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/holdings"
	"hub.tessera.example/base/residents"

	"go.treecreeper.example/web/treecreeper/gate"
	"go.treecreeper.example/web/treecreeper/pages"
)

var (
	images [][]byte
	codes  map[string][]uint16
)

func main() {
	crowd.Main()
	lifecycle.Run("treecreeper", func(ctx context.Context) error {
		images, codes = holdings.Images(24), holdings.Codes(12)
		residents.Settle(ctx, 60)
		grist.Letters(ctx, 140)
		shown := larder.New[string, []byte](1600)
		for i := 0; i < 1600; i++ {
			shown.Put(fmt.Sprint("first ", i), make([]byte, 9<<10))
		}
		site := pages.New(shown)
		handler := gate.Stack(http.HandlerFunc(site.Show), gate.Counted(), gate.Limit(40, 10*time.Second), gate.Recovered())
		_, err := crowd.Open(handler, 110, 300*time.Millisecond)
		return err
	})
}
