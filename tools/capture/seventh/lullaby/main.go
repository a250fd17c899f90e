// Command lullaby carries many streams over few connections.
package main

import (
	"log"
	"math/rand"
	"time"

	"go.stonequay.example/stock/boot"
	"go.stonequay.example/stock/chatter"
	"go.stonequay.example/stock/mill"

	"git.nightfall.example/mux/lullaby/mux"
	"git.nightfall.example/mux/lullaby/stream"
)

func main() {
	m := mux.New(func() *stream.Pipe { return stream.NewPipe(15 * time.Minute) })
	boot.Up(
		func() error {
			mill.Numbers(6000, 150*time.Millisecond)
			return chatter.Lines(20, 1500*time.Millisecond)
		},
		func() error {
			for i := 0; i < 25; i++ {
				go caller(m, rand.New(rand.NewSource(int64(i))))
			}
			return nil
		},
	)
}

// caller opens a stream, sends a few frames, ends it, and pauses.
func caller(m *mux.Mux, rng *rand.Rand) {
	for {
		id, pipe := m.Open()
		done := make(chan int)
		go func() { done <- m.Drain(pipe) }()
		for i := 0; i < 6; i++ {
			time.Sleep(time.Duration(40+rng.Intn(80)) * time.Millisecond)
			if err := m.Frame(id, make([]byte, 300+rng.Intn(900))); err != nil {
				log.Print(err)
			}
		}
		m.Close(id)
		if <-done == 0 {
			log.Print("nothing was read")
		}
		time.Sleep(time.Duration(200+rng.Intn(300)) * time.Millisecond)
	}
}
