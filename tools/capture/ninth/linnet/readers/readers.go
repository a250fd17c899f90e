// Package readers is the other end: some stay, others look in for a while.
package readers

import (
	"context"
	"io"
	"net"
	"net/http"
	"time"

	"example.org/platform/peer"
)

const role = "readers"

// Main must come first in main: the process may be the readers.
func Main() {
	peer.Main(role, func(_ net.Listener, target string) {
		for i := 0; i < 40; i++ {
			go read(context.Background(), target)
		}
		for {
			time.Sleep(650 * time.Millisecond)
			go func() {
				ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
				defer cancel()
				read(ctx, target)
			}()
		}
	})
}

func read(ctx context.Context, target string) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, target+"/board", nil)
	if err != nil {
		return
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, answer.Body)
}

// Start brings them.
func Start(target string) error {
	_, err := peer.Start(role, target)
	return err
}
