// Package guests is the guests.
package guests

import (
	"context"
	"fmt"
	"net"
	"time"

	"example.org/platform/web"
)

// Come lets forty guests come, then as many again, then eighty more.
func Come(_ net.Listener, url string) {
	for _, wave := range []struct {
		guests int
		pause  time.Duration
	}{{40, 25 * time.Second}, {40, 25 * time.Second}, {80, 0}} {
		web.Load(context.Background(), wave.guests, 200*time.Millisecond, func(user, n int) string {
			return fmt.Sprintf("%s/?dish%d", url, n%30)
		})
		time.Sleep(wave.pause)
	}
	select {}
}
