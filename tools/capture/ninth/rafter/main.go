// Command rafter does duties of which each is done by one at a time.
package main

import (
	"context"
	"log"
	"time"

	"go.northlight.example/works/larder"
	"go.slateworks.example/frame/lifecycle"
	"go.slateworks.example/frame/warm"

	"go.rafter.example/lease/rafter/duty"
	"go.rafter.example/lease/rafter/roll"
)

func main() {
	lifecycle.Run("rafter", func(ctx context.Context) error {
		warm.Fill(ctx, 4000, 6*time.Second)
		book := roll.New(48)
		for i := 0; i < 48; i++ {
			for who := 0; who < 3; who++ {
				turn := 6 * time.Hour
				if i%10 == 4 {
					turn = 30 * time.Second
				}
				go duty.Candidate{Number: i, Who: who, Turn: turn}.Serve(ctx, book)
			}
		}
		pages := larder.New[int, []byte](800)
		lifecycle.Each(ctx, 15*time.Millisecond, func(turn int) { pages.Put(turn, make([]byte, 7<<10)) })
		lifecycle.Each(ctx, 40*time.Second, func(int) { log.Print(book) })
		return nil
	})
}
