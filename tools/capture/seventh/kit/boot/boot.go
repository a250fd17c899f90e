// Package boot starts a process, keeps it up and ends it.
package boot

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/ops"
)

// Up opens the operations port at $ADDR, runs the steps in order and stays until SIGTERM.
func Up(steps ...func() error) {
	ops.Serve(os.Getenv("ADDR"))
	for i, step := range steps {
		if err := step(); err != nil {
			log.Fatalf("boot: step %d: %v", i, err)
		}
	}
	ended := make(chan os.Signal, 1)
	signal.Notify(ended, syscall.SIGTERM)
	log.Printf("boot: up, %d steps", len(steps))
	<-ended
}

// Every calls work once a period, in one goroutine.
func Every(period time.Duration, work func(turn int)) {
	go func() {
		for turn := 0; ; turn++ {
			time.Sleep(period)
			work(turn)
		}
	}()
}
