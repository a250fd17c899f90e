// Package clients is the clients.
package clients

import (
	"context"
	"fmt"
	"net"
	"time"

	"example.org/platform/web"
)

// Poll lets two hundred clients wait, each for one of eighty topics, half of which never have news.
func Poll(_ net.Listener, url string) {
	web.Load(context.Background(), 200, 50*time.Millisecond, func(user, n int) string {
		return fmt.Sprintf("%s?topic=%d", url, user%80)
	})
	select {}
}
