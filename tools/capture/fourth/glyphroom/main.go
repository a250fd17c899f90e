// Command glyphroom draws glyphs that many pages share.
package main

import (
	"context"
	"fmt"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/grist"
	"hub.tessera.example/base/residents"
	"hub.tessera.example/base/service"

	"git.letterforge.example/fonts/glyphroom/glyph"
	"git.letterforge.example/fonts/glyphroom/page"
)

func main() {
	service.Main("glyphroom", func(ctx context.Context) error {
		residents.Settle(ctx, 90)
		grist.Notices(ctx, 1500)
		room := glyph.NewRoom()
		pages := page.NewStack(700)
		cadence.Spread(ctx, 70, func(n int) {
			var p page.Page
			for i := 0; i < 6; i++ {
				p.Glyphs = append(p.Glyphs, room.Draw(fmt.Sprintf("script-%d/%d", n%9, n+i*3)))
			}
			pages.Push(&p)
		})
		return nil
	})
}
