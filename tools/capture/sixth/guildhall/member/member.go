// Package member is one of those that can preside.
package member

import (
	"context"
	"fmt"
	"time"

	"google.golang.org/grpc"

	"example.org/rpcapi"
)

// Member is where its server is.
type Member struct{ Name, Address string }

// Link is a connection to a member.
type Link struct {
	rpcapi.Client
	conn *grpc.ClientConn
	Name string
}

// Close ends the link.
func (l *Link) Close() error { return l.conn.Close() }

// Reach connects to a member and asks whether it presides over this term.
func (m Member) Reach(ctx context.Context, term int) (*Link, error) {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	conn, err := grpc.DialContext(ctx, m.Address, grpc.WithInsecure(), grpc.WithBlock())
	if err != nil {
		return nil, err
	}
	l := &Link{Client: rpcapi.NewClient(conn), conn: conn, Name: m.Name}
	answer, err := l.Get(ctx, fmt.Sprint(m.Name, "/", term))
	if err != nil {
		return nil, err
	}
	if (len(answer.Symbol)+term)%3 != 0 {
		return nil, fmt.Errorf("%s does not preside in term %d", m.Name, term)
	}
	return l, nil
}
