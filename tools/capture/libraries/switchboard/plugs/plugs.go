// Package plugs holds long streams and calls of several connections.
package plugs

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/gorilla/websocket"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/keepalive"

	"hub.tessera.example/base/cadence"
)

// Start serves and connects.
func Start(ctx context.Context) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	state := health.NewServer()
	server := grpc.NewServer(grpc.KeepaliveParams(keepalive.ServerParameters{Time: 10 * time.Second}))
	grpc_health_v1.RegisterHealthServer(server, state)
	go func() { _ = server.Serve(l) }()
	for i := 0; i < 5; i++ {
		conn, err := grpc.Dial(l.Addr().String(), grpc.WithInsecure(), grpc.WithKeepaliveParams(keepalive.ClientParameters{Time: 20 * time.Second}))
		if err != nil {
			return err
		}
		for j := 0; j < 12; j++ {
			go watch(ctx, conn)
		}
		cadence.Loop(ctx, 30*time.Millisecond, func(int) {
			_, _ = grpc_health_v1.NewHealthClient(conn).Check(ctx, &grpc_health_v1.HealthCheckRequest{})
		})
	}
	cadence.Loop(ctx, 3*time.Second, func(n int) {
		state.SetServingStatus("", grpc_health_v1.HealthCheckResponse_ServingStatus(1+n%2))
	})
	return sockets(ctx)
}

func watch(ctx context.Context, conn *grpc.ClientConn) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := grpc_health_v1.NewHealthClient(conn).Watch(ctx, &grpc_health_v1.HealthCheckRequest{})
	if err != nil {
		return
	}
	for {
		if _, err := stream.Recv(); err != nil {
			return
		}
	}
}

// sockets keeps forty websockets with a reader and a writer each.
func sockets(ctx context.Context) error {
	upgrader := websocket.Upgrader{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := upgrader.Upgrade(w, r, nil)
		if err != nil {
			return
		}
		defer c.Close()
		out := make(chan string, 8)
		defer close(out)
		go func() {
			for text := range out {
				_ = c.WriteMessage(websocket.TextMessage, []byte(text))
			}
		}()
		for {
			if _, _, err := c.ReadMessage(); err != nil {
				return
			}
			out <- "ok"
		}
	}))
	for i := 0; i < 40; i++ {
		c, _, err := websocket.DefaultDialer.Dial(strings.Replace(server.URL, "http", "ws", 1), nil)
		if err != nil {
			return err
		}
		cadence.Loop(ctx, 2*time.Second, func(int) { _ = c.WriteMessage(websocket.TextMessage, []byte("ring")) })
		go func() {
			for {
				if _, _, err := c.ReadMessage(); err != nil {
					return
				}
			}
		}()
	}
	return nil
}
