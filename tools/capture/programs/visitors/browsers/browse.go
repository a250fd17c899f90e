// Package browsers is the browsers.
package browsers

import (
	"context"
	"net"
	"time"

	"example.org/platform/web"
)

// Browse lets ten more browsers come each second for thirty seconds.
func Browse(_ net.Listener, url string) {
	for s := 0; s < 30; s++ {
		web.Load(context.Background(), 10, 6*time.Second, func(user, n int) string { return url + "/" })
		time.Sleep(time.Second)
	}
	select {}
}
