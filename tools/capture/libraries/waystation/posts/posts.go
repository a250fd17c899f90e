// Package posts holds clients whose servers are away: they try again and again.
package posts

import (
	"context"
	"fmt"
	"io"
	"log"
	"time"

	"github.com/samuel/go-zookeeper/zk"
	"github.com/segmentio/kafka-go"
	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
	"go.mongodb.org/mongo-driver/mongo/options"
	"google.golang.org/grpc"

	"hub.tessera.example/base/cadence"
)

// Start opens all clients.
func Start(ctx context.Context) error {
	for i := 0; i < 4; i++ {
		r := kafka.NewReader(kafka.ReaderConfig{Brokers: []string{"127.0.0.1:9092"}, Topic: fmt.Sprint("post", i), GroupID: "riders"})
		go func() {
			for ctx.Err() == nil {
				short, cancel := context.WithTimeout(ctx, 20*time.Second)
				_, _ = r.ReadMessage(short)
				cancel()
			}
		}()
		w := kafka.NewWriter(kafka.WriterConfig{Brokers: []string{"127.0.0.1:9092"}, Topic: fmt.Sprint("out", i)})
		cadence.Loop(ctx, 2*time.Second, func(int) {
			short, cancel := context.WithTimeout(ctx, time.Second)
			defer cancel()
			_ = w.WriteMessages(short, kafka.Message{Value: []byte("x")})
		})
	}
	for i := 0; i < 3; i++ {
		client, err := mongo.Connect(ctx, options.Client().ApplyURI("mongodb://127.0.0.1:27017,127.0.0.1:27018,127.0.0.1:27019/?replicaSet=rs0").SetServerSelectionTimeout(2*time.Second))
		if err != nil {
			return err
		}
		for j := 0; j < 4; j++ {
			cadence.Loop(ctx, 500*time.Millisecond, func(int) {
				_ = client.Database("a").Collection("b").FindOne(ctx, bson.M{"x": 1}).Err()
			})
		}
	}
	for i := 0; i < 3; i++ {
		conn, events, err := zk.Connect([]string{"127.0.0.1:2181"}, 5*time.Second, zk.WithLogger(log.New(io.Discard, "", 0)))
		if err != nil {
			return err
		}
		go func() {
			for range events {
			}
		}()
		go func() { _, _, _, _ = conn.ExistsW("/lock") }()
		if _, err := grpc.Dial(fmt.Sprint("127.0.0.1:", 7701+i), grpc.WithInsecure()); err != nil {
			return err
		}
	}
	return nil
}
