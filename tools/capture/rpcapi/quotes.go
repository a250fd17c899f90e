// Package rpcapi is the gRPC service "quotes": what a code generator would write, with JSON messages instead of
// protobuf so that nothing has to be generated.
package rpcapi

import (
	"context"
	"encoding/json"
	"log"
	"net"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/encoding"
)

// Ask names what is asked for.
type Ask struct{ Symbol string }

// Quote is a price.
type Quote struct {
	Symbol string
	Price  float64
}

type codec struct{}

func (codec) Marshal(v interface{}) ([]byte, error)      { return json.Marshal(v) }
func (codec) Unmarshal(text []byte, v interface{}) error { return json.Unmarshal(text, v) }
func (codec) Name() string                               { return "json" }

func init() { encoding.RegisterCodec(codec{}) }

var description = grpc.ServiceDesc{
	ServiceName: "quotes.Quotes",
	HandlerType: (*interface{})(nil),
	Methods:     []grpc.MethodDesc{{MethodName: "Get", Handler: get}},
	Streams:     []grpc.StreamDesc{{StreamName: "Watch", Handler: watch, ServerStreams: true}},
}

func get(_ interface{}, _ context.Context, decode func(interface{}) error, _ grpc.UnaryServerInterceptor) (interface{}, error) {
	var ask Ask
	if err := decode(&ask); err != nil {
		return nil, err
	}
	return &Quote{Symbol: ask.Symbol, Price: float64(len(ask.Symbol))}, nil
}

func watch(_ interface{}, stream grpc.ServerStream) error {
	var ask Ask
	if err := stream.RecvMsg(&ask); err != nil {
		return err
	}
	for n := 0; stream.Context().Err() == nil; n++ {
		if err := stream.SendMsg(&Quote{Symbol: ask.Symbol, Price: float64(n)}); err != nil {
			return err
		}
		time.Sleep(10 * time.Second)
	}
	return nil
}

// Serve is the server's process.
func Serve(l net.Listener, _ string) {
	server := grpc.NewServer()
	server.RegisterService(&description, nil)
	log.Fatal(server.Serve(l))
}

// Client calls the service over one connection.
type Client struct{ conn *grpc.ClientConn }

// NewClient calls over conn.
func NewClient(conn *grpc.ClientConn) Client { return Client{conn: conn} }

// Get asks for one quote.
func (c Client) Get(ctx context.Context, symbol string) (*Quote, error) {
	quote := new(Quote)
	err := c.conn.Invoke(ctx, "/quotes.Quotes/Get", &Ask{Symbol: symbol}, quote, grpc.CallContentSubtype("json"))
	return quote, err
}

// Stream is a running Watch.
type Stream struct{ grpc.ClientStream }

// Recv returns the next quote.
func (s Stream) Recv() (*Quote, error) {
	quote := new(Quote)
	return quote, s.RecvMsg(quote)
}

// Watch asks for a stream of quotes.
func (c Client) Watch(ctx context.Context, symbol string) (Stream, error) {
	stream, err := c.conn.NewStream(ctx, &description.Streams[0], "/quotes.Quotes/Watch", grpc.CallContentSubtype("json"))
	if err != nil {
		return Stream{}, err
	}
	if err := stream.SendMsg(&Ask{Symbol: symbol}); err != nil {
		return Stream{}, err
	}
	return Stream{stream}, stream.CloseSend()
}
