// Command wallboard feeds screens over websockets.
package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/gorilla/websocket"

	"example.org/platform/bus"
	"example.org/platform/peer"
	"example.org/platform/run"
	"example.org/platform/tables"
	"example.org/platform/traffic"
	"example.org/platform/web"

	"live.example/wallboard/screen"
)

var words map[string]uint32

var off []*websocket.Conn

// screens connects one more screen every 0.4 seconds; three in four are switched off without a word.
func screens(_ net.Listener, url string) {
	for n := 0; ; n++ {
		c, _, err := websocket.DefaultDialer.Dial(url, nil)
		if err != nil {
			return
		}
		if n%4 == 0 {
			_ = c.WriteMessage(websocket.TextMessage, []byte("bye"))
			_ = c.Close()
		} else {
			off = append(off, c)
		}
		time.Sleep(400 * time.Millisecond)
	}
}

func start(ctx context.Context) error {
	words = tables.Dictionary(14)
	mux := http.NewServeMux()
	mux.Handle("/screen", &screen.Wall{})
	url, err := web.Listen(mux)
	if err != nil {
		return err
	}
	bus.NewTopic(ctx, "boards", 60, 250*time.Millisecond)
	traffic.Documents(ctx, 2000)
	_, err = peer.Start("screens", fmt.Sprintf("ws%s/screen", url[len("http"):]))
	return err
}

func main() {
	peer.Main("screens", screens)
	run.Service("wallboard", start)
}
