// Command gimlet sends letters when the line is open.
package main

import (
	"context"
	"fmt"
	"time"

	"go.northlight.example/works/larder"
	"go.slateworks.example/frame/lifecycle"

	"go.gimlet.example/outbox/gimlet/line"
	"go.gimlet.example/outbox/gimlet/outbox"
)

func main() {
	lifecycle.Run("gimlet", func(ctx context.Context) error {
		sent := larder.New[string, int](2000)
		box := outbox.New()
		l := line.New(36*time.Second, 6*time.Second)
		lifecycle.Each(ctx, 40*time.Millisecond, func(turn int) {
			for i := 0; i < 5; i++ {
				box.Put(outbox.Letter{To: fmt.Sprintf("box-%d", turn%900), Text: make([]byte, 3<<10)})
			}
		})
		for i := 0; i < 4; i++ {
			go send(ctx, box, l, sent)
		}
		pages := larder.New[int, []byte](900)
		lifecycle.Each(ctx, 25*time.Millisecond, func(turn int) { pages.Put(turn, make([]byte, 10<<10)) })
		return nil
	})
}

func send(ctx context.Context, box *outbox.Outbox, l *line.Line, sent *larder.Larder[string, int]) {
	for ctx.Err() == nil {
		if err := l.Wait(ctx); err != nil {
			return
		}
		letters := box.Take(25)
		if len(letters) == 0 {
			time.Sleep(50 * time.Millisecond)
			continue
		}
		for _, letter := range letters {
			n, _ := sent.Get(letter.To)
			sent.Put(letter.To, n+1)
		}
		time.Sleep(20 * time.Millisecond)
	}
}
